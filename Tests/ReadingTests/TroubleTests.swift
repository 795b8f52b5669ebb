import FundingCore
import Testing

@testable import Reading

/// Texts that once ended the program.
@Suite struct TroubleTests {
  @Test(arguments: [
    // The sum is told before the sentence whose words in front of it are asked for.
    """
    Sweden gives Sumy €5 million for schools. Since 2022 the €5 million from Sweden has gone to schools in Sumy.
    """
  ])
  func `a sum told in two sentences is read`(text: String) {
    #expect(Shipped.reader.read(article(text)).claims.count == 1)
  }
}
