// swift-tools-version: 6.1
import PackageDescription

// What every target of ours is compiled with. Language mode 6 comes with the tools version.
let swift: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

// The release is one file with everything in it, at a fixed address: no library is looked for at a start, and none of
// the hundred thousand addresses in the runtime's tables has to be moved. A start of the bare program takes half the
// processor time of one with a shared C library.
let wholeProgram: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-executable", "-Xclang-linker", "-no-pie", "-ltinfo", "-lsqlite3",
      "-lCoreFoundation", "-l_FoundationCShims", "-l_FoundationCollections", "-l_FoundationICU",
      // Named last: what stands before it needs it.
      "-lstdc++", "-Xlinker", "--gc-sections", "-Xlinker", "--strip-all",
    ],
    .when(platforms: [.linux], configuration: .release))
]

// The bits of a set are counted a hundred thousand at a key. Every processor of the last fifteen years has an instruction
// for it, but the compiler writes for those before.
#if arch(x86_64)
  let processor: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-march=x86-64-v2"])]
#else
  let processor: [SwiftSetting] = []
#endif

// What every picture, every sum and every reading is made of is optimised in debug builds as well: the tests draw ten
// thousand random pictures, add up thousands of random fundings and read a thousand articles. Their own files are not.
let quick: [SwiftSetting] =
  swift + processor + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "koshty",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "koshty", targets: ["koshty"]),
    .executable(name: "koshty-bench", targets: ["koshty-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "CProcessors"),
    .target(name: "FundingCore", dependencies: ["CProcessors"], swiftSettings: quick),
    .target(
      name: "Reading", dependencies: ["FundingCore"],
      swiftSettings: quick + [
        // Debug builds look at run time for two accesses at once; the reader's release saves that one instruction of
        // a hundred.
        .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
      ]),
    .target(
      name: "FundingStore",
      dependencies: [
        "FundingCore", "Reading", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: quick),
    .target(name: "Screen", swiftSettings: quick),
    .target(name: "Dashboard", dependencies: ["FundingCore", "Screen"], swiftSettings: quick),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses"], swiftSettings: swift),
    .executableTarget(
      name: "koshty",
      dependencies: [
        "Dashboard", "FundingCore", "FundingStore", "Reading", "Screen", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift, linkerSettings: wholeProgram),
    .executableTarget(
      name: "koshty-bench", dependencies: ["FundingCore"], swiftSettings: swift,
      linkerSettings: wholeProgram),
    .target(
      name: "TestSupport", dependencies: ["FundingCore", "FundingStore", "Reading"],
      path: "Tests/TestSupport",
      swiftSettings: swift),
    .testTarget(
      name: "FundingCoreTests", dependencies: ["CProcessors", "FundingCore", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: swift),
    .testTarget(
      name: "ReadingTests", dependencies: ["Reading", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: swift),
    .testTarget(
      name: "FundingStoreTests", dependencies: ["FundingStore", "TestSupport"], swiftSettings: swift
    ),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: swift),
    .testTarget(
      name: "DashboardTests", dependencies: ["Dashboard", "Screen", "Terminal", "TestSupport"],
      exclude: ["Golden"], swiftSettings: swift),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "koshty"], swiftSettings: swift),
    // Tests alone use these two: a terminal to look at the program through.
    .systemLibrary(
      name: "CVTerm", path: "Tests/CVTerm", pkgConfig: "vterm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CPty", dependencies: ["CVTerm"], path: "Tests/CPty"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["koshty", "Dashboard", "Screen", "CNcurses", "TestSupport", "CPty", "CVTerm"],
      exclude: ["Fixtures"],
      swiftSettings: swift),
  ]
)
