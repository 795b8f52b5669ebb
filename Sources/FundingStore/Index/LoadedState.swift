import FundingCore

/// A library read and reconciled: what the commands and the dashboard work on.
public struct LoadedState: Sendable {
  public let tables: Tables
  public let table: FundingTable
  /// Texts that were read anew, and whether the ledger was reconciled anew: what the index saved the start from.
  public let textsRead: Int
  public let isReconciled: Bool
  private let kept: Later<Ledger>
  private let rest: Later<Rest>
  private let saving: Later<Void>?

  /// What few starts look at.
  struct Rest: Sendable {
    var findings: [Finding]
    var files: [Article.ID: Finding.Location]
  }

  init(
    tables: Tables, table: FundingTable, kept: Later<Ledger>, rest: Later<Rest>, textsRead: Int,
    isReconciled: Bool, saving: Later<Void>? = nil
  ) {
    self.tables = tables
    self.table = table
    self.kept = kept
    self.rest = rest
    self.textsRead = textsRead
    self.isReconciled = isReconciled
    self.saving = saving
  }

  /// The ledger; out of the index it is made when first asked for.
  public var ledger: Ledger { kept.value }
  /// Faults of the files; the ledger has its own.
  public var findings: [Finding] { rest.value.findings }
  /// The file an article came from, below the library.
  public var files: [Article.ID: Finding.Location] { rest.value.files }

  /// Keeps the state for the next start, where that has not been done yet.
  public func keep() { saving?.value }

  /// The same state with something to do when it is to be kept.
  func saving(_ save: @escaping @Sendable (LoadedState) -> Void) -> LoadedState {
    let state = self
    return LoadedState(
      tables: tables, table: table, kept: kept, rest: rest, textsRead: textsRead,
      isReconciled: isReconciled, saving: Later { save(state) })
  }
}
