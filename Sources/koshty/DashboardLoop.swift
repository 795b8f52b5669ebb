import Dashboard
import FundingCore
import Glibc
import Screen
import Terminal

/// What the dashboard needs of the world: how it looks, and who does what it asks for.
struct DashboardOptions {
  var settings = Dashboard.Settings()
  var isMonochrome = false
  /// `$TERM`.
  var terminalType = ""
  /// `$COLORTERM`.
  var colourHint = ""
  var isInsideTmux = false
  var isFirstVisit = false
  /// Where to begin; the opening screen, or where the session ended, without one.
  var location: Location?
  /// Where an earlier visit ended, as ``State/session`` told it.
  var session: String?
  /// Language, theme and mouse were asked for, or set in the configuration: the session does not change them.
  var keepsSettings = false
  /// Said on the first screen.
  var notice: Notice?
  var write: (Export) -> Dashboard.Outcome = { _ in .failed("") }
  var open: (String) -> Dashboard.Outcome = { _ in .failed("") }
  /// Records a decision; the data as it is with it, or why it could not be recorded.
  var decide: (DecisionRequest) -> Result<DashboardData, DashboardFailure> = { _ in
    .failure(DashboardFailure(""))
  }
  /// Data that came in since it was last asked for; asked when somebody called `wake()`.
  var incoming: () -> DashboardData? = { nil }
  /// Takes the person's own last decision back, or brings back the one taken back last.
  var takeBack: (_ isRestoring: Bool) -> Result<TakenBack, DashboardFailure> = { _ in
    .failure(DashboardFailure(""))
  }
  /// Called once when the first picture is on the screen: what it did not need is done then.
  var whenShown: () -> Void = {}
  /// Called once with the state the person left.
  var leave: (State) -> Void = { _ in }

  /// A picture is on the screen.
  mutating func noteShown() {
    whenShown()
    whenShown = {}
  }
}

/// A decision taken back or brought back, and the data as it is then.
struct TakenBack {
  var decision: Decision
  var data: DashboardData
}

/// Why something asked for could not be done, in words for the person.
struct DashboardFailure: Error {
  var reason: String
  init(_ reason: String) { self.reason = reason }
}

/// Shows the dashboard until the person or a signal ends it; the exit code.
///
/// - Errors: 2 where no terminal can be had.
func runDashboard(data: DashboardData, options: DashboardOptions) -> Int32 {
  var state = State(data: data, settings: options.settings)
  state.isFirstVisit = options.isFirstVisit
  state.notice = options.notice
  if let session = options.session {
    state.restore(session: session, keepsSettings: options.keepsSettings)
  }
  if let location = options.location { state.restore(location) }
  var options = options
  while true {
    let ending = state.settings.isPlain ? runPlain(&state, &options) : runCurses(&state, &options)
    switch ending {
    case .switched: continue
    case .left(let code):
      options.leave(state)
      return code
    }
  }
}

private enum Ending {
  case left(Int32)
  /// Between the picture and the linear rendering.
  case switched
}

/// Milliseconds without a key after which what stands beside a list follows the cursor.
private let restTime = 150

private func runCurses(_ state: inout State, _ options: inout DashboardOptions) -> Ending {
  let terminal: CursesTerminal
  do {
    terminal = try CursesTerminal(
      CursesTerminal.Options(
        theme: ThemeName(rawValue: state.settings.theme) ?? .terminal,
        isMonochrome: options.isMonochrome,
        hasMouse: state.settings.hasMouse, type: options.terminalType,
        colourHint: options.colourHint))
  } catch {
    Output.say("no description of the terminal “\(options.terminalType)” is installed; try --plain")
    return .left(2)
  }
  defer { terminal.close() }
  state.size = terminal.size
  while true {
    terminal.draw(view(state, width: state.size.width, height: state.size.height))
    options.noteShown()
    var event = terminal.next(within: state.rest == nil ? nil : restTime)
    if event == nil { _ = update(&state, .rested) }
    // Everything typed meanwhile is taken before the next picture.
    while let now = event {
      switch now {
      case .signal(let number): return .left(128 + number)
      case .closed: return .left(128 + SIGHUP)
      case .resumed:
        state.size = terminal.size
        terminal.invalidate()
      case .woken:
        if let data = options.incoming() { _ = update(&state, .loaded(data)) }
      default:
        for effect in update(&state, event: now) {
          if effect == .quit { return .left(0) }
          if case .setPlain(true) = effect { return .switched }
          perform(effect, &state, options, terminal)
        }
      }
      event = terminal.waiting()
    }
  }
}

private func perform(
  _ effect: Effect, _ state: inout State, _ options: DashboardOptions, _ terminal: CursesTerminal?
) {
  switch effect {
  case .quit, .setPlain: break
  case .copy(let text):
    terminal?.copy(text, isInsideTmux: options.isInsideTmux)
    finish(.copied(text), &state)
  case .open(let url): finish(options.open(url), &state)
  case .export(let export): finish(options.write(export), &state)
  case .setMouse(let isOn): terminal?.setMouse(isOn)
  case .setTheme(let name): terminal?.setTheme(ThemeName(rawValue: name) ?? .terminal)
  case .decide(let request):
    adopt(options.decide(request).map { ($0, .decided(count: 1)) }, &state)
  case .takeBack: adopt(options.takeBack(false).map { ($0.data, .takenBack($0.decision)) }, &state)
  case .restore: adopt(options.takeBack(true).map { ($0.data, .restored($0.decision)) }, &state)
  }
}

private func finish(_ outcome: Dashboard.Outcome, _ state: inout State) {
  _ = update(&state, .done(outcome))
}

private func adopt(
  _ result: Result<(data: DashboardData, outcome: Dashboard.Outcome), DashboardFailure>,
  _ state: inout State
) {
  switch result {
  case .success(let made):
    _ = update(&state, .loaded(made.data))
    finish(made.outcome, &state)
  case .failure(let failure): finish(.failed(failure.reason), &state)
  }
}

/// The linear rendering: each state as lines, the last of them the one in focus.
private func runPlain(_ state: inout State, _ options: inout DashboardOptions) -> Ending {
  let terminal = PlainTerminal()
  defer { terminal.close() }
  state.size = Size(width: 80, height: 24)
  terminal.show([PlainSpeech.greeting(state)])
  var speech = PlainSpeech()
  while true {
    switch speech.say(state, width: terminal.columns) {
    case .lines(let lines): terminal.show(lines)
    case .letters(let letters): terminal.add(letters)
    }
    options.noteShown()
    switch terminal.next() {
    case .signal(let number): return .left(128 + number)
    case .closed: return .left(0)
    case .woken: if let data = options.incoming() { _ = update(&state, .loaded(data)) }
    case let event:
      for effect in take(event, &state) {
        if effect == .quit { return .left(0) }
        if case .setPlain(false) = effect { return .switched }
        if case .copy(let text) = effect { terminal.show([text]) }
        perform(effect, &state, options, nil)
      }
    }
  }
}

/// What an event changes in the linear rendering, where numbers pick what is listed.
private func take(_ event: Event, _ state: inout State) -> [Effect] {
  guard case .key(.character(let scalar)) = event, state.isPicking,
    ("1"..."9").contains(scalar)
  else { return update(&state, event: event) }
  return update(&state, .picked(Int(scalar.value) - 48))
}
