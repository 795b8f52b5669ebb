import FundingCore

/// Writes what was read in a document as the reading format has it, straight from the working types.
struct ReadingWriter {
  let core: ReaderCore
  let document: Document
  let out: ByteBuffer

  /// Amounts and claims, as the last members of an article's object. `drafts` stay as they are: they are handed over
  /// in place because copying one counts a reference for each of its lists.
  func write(_ drafts: inout [Draft]) {
    out.append(",\"amounts\":[")
    for (index, sum) in document.sums.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      write(sum)
    }
    out.append("],\"claims\":[")
    for index in drafts.indices {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      write(&drafts[index])
    }
    out.append("]}")
  }

  private func write(_ sum: Sum) {
    out.append("{\"quote\":")
    quote(sum.tokens)
    out.append(",\"low\":")
    end(sum.low)
    out.append(",\"high\":")
    end(sum.high)
    out.append(",\"currency\":")
    if sum.currency >= 0 {
      let code = Currencies.codes[Int(sum.currency)]
      out.append(quoted: code.utf8Start, code.utf8CodeUnitCount)
    } else {
      out.append("null")
    }
    out.append(",\"bound\":\"")
    out.append(ReadingWriter.name(sum.bound))
    out.append("\",\"role\":\"")
    out.append(ReadingWriter.name(sum.role))
    out.append("\"")
    if sum.restates >= 0 {
      out.append(",\"restates\":")
      out.append(number: Int64(sum.restates))
    }
    out.append(",")
    span(sum.tokens)
    out.append("}")
  }

  private func end(_ value: Int64?) {
    if let value { out.append(hundredths: value) } else { out.append("null") }
  }

  private func quote(_ tokens: Range<Int>) {
    guard !tokens.isEmpty else {
      out.append("\"\"")
      return
    }
    let start = Int(document.tokens[tokens.lowerBound].start)
    let end = Int(document.tokens[tokens.upperBound - 1].end)
    out.append(quoted: document.bytes + start, max(0, end - start))
  }

  private func span(_ tokens: Range<Int>) {
    out.append(
      tokens.lowerBound < document.titleTokens
        ? "\"in\":\"title\",\"start\":" : "\"in\":\"text\",\"start\":")
    let range = document.byteRange(tokens)
    out.append(number: Int64(range.lowerBound))
    out.append(",\"end\":")
    out.append(number: Int64(range.upperBound))
  }

  private func write(_ draft: inout Draft) {
    out.append("{\"amount\":")
    if draft.sum >= 0 { out.append(number: Int64(draft.sum)) } else { out.append("null") }
    list(",\"donors\":[", draft.donors, core.organisations)
    list(",\"implementers\":[", draft.workers, core.organisations)
    list(",\"sectors\":[", draft.sectors, core.sectors)
    list(",\"places\":[", draft.places, core.places)
    out.append(",\"status\":\"")
    out.append(ReadingWriter.name(draft.status))
    out.append(
      draft.isCumulative
        ? "\",\"cumulative\":true,\"instrument\":\"" : "\",\"cumulative\":false,\"instrument\":\"")
    out.append(ReadingWriter.name(draft.instrument))
    out.append("\"")
    writeTies(&draft)
    out.append(",\"sentence\":{")
    span(document.sentences[draft.sentence].tokens)
    out.append("}")
    writeEvidence(&draft)
    out.append("}")
  }

  private func writeTies(_ draft: inout Draft) {
    if let partOf = draft.partOf {
      out.append(",\"partOf\":")
      out.append(number: Int64(partOf))
    }
    if draft.isAdditional { out.append(",\"additional\":true") }
    if draft.isTranche { out.append(",\"tranche\":true") }
    if let object = draft.object {
      out.append(",\"object\":")
      quote(object)
    }
  }

  private func writeEvidence(_ draft: inout Draft) {
    guard !draft.evidence.isEmpty else { return }
    out.append(",\"evidence\":[")
    for index in draft.evidence.indices {
      let proof = draft.evidence[index]
      out.append(index > 0 ? ",{\"field\":\"" : "{\"field\":\"")
      out.append(ReadingWriter.name(proof.field))
      out.append("\",")
      span(proof.tokens)
      out.append(",\"rule\":\"")
      proof.rule.forEachByte { out.append($0) }
      out.append("\"}")
    }
    out.append("]")
  }

  private func list(_ name: StaticString, _ ids: [Int32], _ names: QuotedNames) {
    out.append(name)
    for (index, id) in ids.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      if id >= 0 { names.write(id, into: out) } else { write(stranger: Int(-1 - id)) }
    }
    out.append("]")
  }

  private func write(stranger: Int) {
    var name =
      document.strangers.indices.contains(stranger) ? document.strangers[stranger] : "unknown"
    name.withUTF8 { if let base = $0.baseAddress { out.append(quoted: base, $0.count) } }
  }

  private static func name(_ bound: Bound) -> StaticString {
    switch bound {
    case .exact: "exact"
    case .atLeast: "atLeast"
    case .about: "about"
    case .atMost: "atMost"
    case .range: "range"
    }
  }

  private static func name(_ field: ClaimField) -> StaticString {
    switch field {
    case .amount: "amount"
    case .donors: "donors"
    case .implementers: "implementers"
    case .sectors: "sectors"
    case .places: "places"
    case .status: "status"
    case .cumulative: "cumulative"
    case .instrument: "instrument"
    case .partOf: "partOf"
    case .additional: "additional"
    case .tranche: "tranche"
    case .object: "object"
    case .date: "date"
    }
  }

  private static func name(_ role: AmountRole) -> StaticString {
    switch role {
    case .funding: "funding"
    case .need: "need"
    case .damage: "damage"
    case .other: "other"
    }
  }

  private static func name(_ status: Status) -> StaticString {
    switch status {
    case .completed: "completed"
    case .ongoing: "ongoing"
    case .planned: "planned"
    }
  }

  private static func name(_ instrument: Instrument) -> StaticString {
    switch instrument {
    case .grant: "grant"
    case .loan: "loan"
    case .inKind: "in-kind"
    case .unknown: "unknown"
    }
  }
}
