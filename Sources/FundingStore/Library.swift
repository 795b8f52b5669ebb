import FundingCore
import Reading

/// A library: a folder of articles, readings, decisions and tables. Its files are the truth.
///
/// - Shape: `articles/*.md`, `readings/*.jsonl`, `decisions.jsonl`, `library.yaml`, optional `tables/*.csv` that extend
///   the shipped ones.
public struct Library: Hashable, Sendable {
  /// The folder.
  public var path: String
  /// The folder of the library that ships with the program, whose tables every library starts from; `nil` where the
  /// program was moved away from it.
  public var shipped: String?

  public init(path: String, shipped: String?) {
    self.path = path
    self.shipped = shipped
  }

  public var isShipped: Bool { path == shipped }

  /// Finds the library: the one named, else `$KOSHTY_LIBRARY`, else `$XDG_DATA_HOME/koshty` if it exists, else the
  /// shipped one.
  ///
  /// - Errors: ``StoreError`` where the one named is no folder, or none is found.
  public static func locate(named path: String?, executable: String, environment: [String: String])
    throws(StoreError)
    -> Library
  {
    let shipped = shippedFolder(executable: executable)
    if let path = path ?? environment["KOSHTY_LIBRARY"].flatMap({ $0.isEmpty ? nil : $0 }) {
      guard FileSystem.isFolder(path) else {
        throw StoreError(path: path, reason: "there is no such library folder")
      }
      return Library(path: path, shipped: shipped)
    }
    let own = userFolder(environment: environment)
    if let own, FileSystem.isFolder("\(own)/articles") || FileSystem.isFolder("\(own)/readings") {
      return Library(path: own, shipped: shipped)
    }
    guard let shipped else {
      throw StoreError(
        path: own ?? "data",
        reason:
          "бібліотеки не знайдено; назвіть її: --library DIR. No library was found: name one by --library"
      )
    }
    return Library(path: shipped, shipped: shipped)
  }

  /// Where the user's own library lives, whether it exists or not.
  public static func userFolder(environment: [String: String]) -> String? {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/koshty" }
    return environment["HOME"].map { "\($0)/.local/share/koshty" }
  }

  /// `../share/koshty` of an installed executable, else `data` beside it, else `data` of the checkout it was built in.
  private static func shippedFolder(executable: String) -> String? {
    var folder = FileSystem.parent(of: executable)
    let installed = "\(FileSystem.parent(of: folder))/share/koshty"
    for place in [installed, "\(folder)/data"]
    where FileSystem.exists("\(place)/tables/organisations.csv") {
      return place
    }
    while folder != "/", folder != "." {
      let data = "\(folder)/data"
      if FileSystem.exists("\(data)/tables/organisations.csv"),
        FileSystem.exists("\(folder)/Package.swift")
      {
        return data
      }
      folder = FileSystem.parent(of: folder)
    }
    return nil
  }
}
