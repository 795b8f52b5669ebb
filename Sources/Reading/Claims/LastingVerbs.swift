/// Verbs of works in a present that lasts: «встановлюють», «облаштовують», «утепляют».
extension Document {
  /// Whether a verb of making tells by its ending that it goes on: what ends so has no future.
  @inline(__always)
  func isLasting(_ token: Token) -> Bool {
    token.kind == .word && !token.cues.isDisjoint(with: [.makes, .work])
      && token.flags.contains(.cyrillic) && token.end - token.start > 14
      && LastingVerbs.endings.end(token, self)
  }
}

private enum LastingVerbs {
  /// Of imperfectives made from perfectives: -лю-, -ва-, -ову-, -шу-, -ля-.
  static let endings = Endings([
    "люють", "люює", "влює", "овлює", "плює", "нюють", "нює", "овують", "овує", "ивають", "иває",
    "люється", "люються", "овується", "овуються", "вають", "вляють", "пляють", "вляет", "вляют",
    "пляют", "пляет", "вают", "вает", "вается", "ваются", "вляется", "вляются", "шують", "шує",
    "щують", "щує", "няют", "няет",
  ])
}
