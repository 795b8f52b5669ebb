import Dashboard
import Screen

/// Keys of a script, `2/ліцей<Enter>j`: characters as they are, others by name between angle brackets.
func keys(_ script: String) -> [Key] {
  var result: [Key] = []
  var rest = Substring(script)
  while let first = rest.first {
    if first == "<", let end = rest.firstIndex(of: ">"),
      let key = Keymap.key(named: String(rest[rest.index(after: rest.startIndex)..<end]))
    {
      result.append(key)
      rest = rest[rest.index(after: end)...]
      continue
    }
    result += first.unicodeScalars.map { .character($0) }
    rest = rest.dropFirst()
  }
  return result
}

/// Presses the keys of a script one after the other, then rests; returns what the world was asked to do.
@discardableResult
func press(_ script: String, _ state: inout State) -> [Effect] {
  let effects = keys(script).flatMap { update(&state, event: .key($0)) }
  return effects + update(&state, .rested)
}
