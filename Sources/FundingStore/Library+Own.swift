extension Library {
  /// The library that may be written to: itself, or, for the shipped one, the user's own copy of it.
  ///
  /// - Shape: the copy has the shipped articles, readings, decisions and settings; the tables stay the shipped ones.
  ///   `isNew` says that the copy was made now, so that the person can be told.
  /// - Errors: ``StoreError`` where the copy cannot be made; a half-made one is made again by the next try.
  public func writable(environment: [String: String]) throws(StoreError) -> (
    library: Library, isNew: Bool
  ) {
    guard isShipped else { return (self, false) }
    guard let own = Library.userFolder(environment: environment) else {
      throw StoreError(
        path: path, reason: "the shipped library is never written to, and HOME is not set")
    }
    let library = Library(path: own, shipped: shipped)
    if FileSystem.isFolder("\(own)/articles") { return (library, false) }
    for name in try FileSystem.names(in: "\(path)/readings", endingWith: ".jsonl") {
      try copy("readings/\(name)", to: own)
    }
    for name in ["decisions.jsonl", "library.yaml"] where FileSystem.exists("\(path)/\(name)") {
      try copy(name, to: own)
    }
    // The articles come last and under their final name at once: their folder says that the copy is whole.
    let beside = "\(own)/articles.new"
    try FileSystem.makeFolder(beside)
    for name in try FileSystem.names(in: "\(path)/articles", endingWith: ".md") {
      try FileSystem.replace("\(beside)/\(name)", with: FileSystem.read("\(path)/articles/\(name)"))
    }
    try FileSystem.move(beside, to: "\(own)/articles")
    return (library, true)
  }

  private func copy(_ name: String, to folder: String) throws(StoreError) {
    try FileSystem.makeFolder(FileSystem.parent(of: "\(folder)/\(name)"))
    try FileSystem.replace("\(folder)/\(name)", with: FileSystem.read("\(path)/\(name)"))
  }
}
