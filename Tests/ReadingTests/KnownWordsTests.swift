import FundingCore
import Testing

@testable import Reading

/// Words that are known from before are read as they were the first time.
@Suite struct KnownWordsTests {
  private static let texts = [
    "ЮНІСЕФ і ЮНОПС відновлюватимуть школи, школи й ШКОЛИ за 5 млн євро; школи’ школи» школиé школи\u{301}",
    "A school, schools' windows, the school's roof: Schools-SCHOOLS schools1 schools\u{E9} USD5 usd",
    "об'єкт об’єкт обʼєкт об\u{AD}єкт об єкт Cумы Сумы сумы и\u{306} і\u{308} ї Її",
    "найвідповідальнішої найвідповідальнішої abcdefghijklmnopqrstuvwxyzabcdefgh abcdefghijklmnopqrstuvwxyzabcdefgh",
    "Ж жж Жж ЖЖ жЖ Ж. Ж, Ж: z zz Zz ZZ zZ z! \u{D0}\u{D1} тиме відремонтовано відбудують rebuilt damaged",
  ]

  private static func tokens(_ document: Document) -> [String] {
    document.tokens.map {
      "\($0.start) \($0.end) \($0.hash) \($0.link) \($0.prefix) \($0.cues.rawValue) \($0.kind) \($0.flags.rawValue) \($0.mark) \($0.money) \($0.datum) \($0.opens) \($0.continues)"
    }
  }

  @Test(arguments: [1, 3, 13])
  func `a room that has read other texts reads a text as a new one does`(words: Int) {
    let lexicon = Shipped.reader.lexicon
    let used = Document(lexicon: lexicon, words: words)
    for round in 0..<3 {
      for text in KnownWordsTests.texts {
        used.load(title: text, text: text)
        let new = Document(lexicon: lexicon, words: 1)
        new.load(title: text, text: text)
        #expect(KnownWordsTests.tokens(used) == KnownWordsTests.tokens(new), "round \(round)")
      }
    }
  }
}
