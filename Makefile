# make run      build Koshty and open the dashboard (ARGS="summary --by donor" for a command)
# make test     everything a change must pass: format, build, tests
# make bench    measure it beside its peers
# make install  PREFIX=/usr/local: the program and the library that ships with it
PREFIX ?= /usr/local
ARGS ?=

.PHONY: run build test lint format bench bench-reading fuzz install clean

run: build
	@exec .build/release/koshty $(ARGS)

build:
	@Scripts/setup build
	@swift build -c release --product koshty

test:
	@Scripts/setup test
	@$(MAKE) --no-print-directory lint
	swift build --build-tests
	swift test --skip-build

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

bench: build
	@swift build -c release --product koshty-bench
	@python3 Scripts/bench.py

# Half an hour of inputs that nobody wrote, see Scripts/fuzz.sh (SECONDS=60 for a short one).
SECONDS ?= 1800
fuzz:
	@Scripts/fuzz.sh $(SECONDS)

bench-reading: build
	@Scripts/bench-reading.sh .build/release/koshty

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/koshty/articles" "$(DESTDIR)$(PREFIX)/share/koshty/tables"
	install -m 755 .build/release/koshty "$(DESTDIR)$(PREFIX)/bin/koshty"
	install -m 644 data/articles/*.md "$(DESTDIR)$(PREFIX)/share/koshty/articles/"
	install -m 644 data/tables/*.csv "$(DESTDIR)$(PREFIX)/share/koshty/tables/"
	if [ -f data/decisions.jsonl ]; then install -m 644 data/decisions.jsonl "$(DESTDIR)$(PREFIX)/share/koshty/"; fi

clean:
	rm -rf .build
