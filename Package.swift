// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT
//
// The targets as a table: a module imports only what stands in its row, and SwiftPM enforces it.
// Sources/ClinCall/ClinCall.docc/Architecture.md says what each module is for.

import PackageDescription

/// What every Swift target is compiled with.
///
/// Strict memory safety makes each unsafe line say `unsafe`; the upcoming features are those of the
/// next language mode that change meaning, so that nothing has to be revisited later.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func module(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "clincall",
  products: [
    .executable(name: "clincall", targets: ["clincall"]),
    .library(name: "ClinCall", targets: ["ClinCall"]),
  ],
  dependencies: [
    // The command line: parsing, help, completions, man page.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 of sources and stores.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Declared stage graphs: YAML with the line and column of every node.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Runs curl for `kb update`, with its output as it comes; without its Foundation trait.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Foreign code, one target per foreign thing.
    .systemLibrary(
      name: "CHTS", pkgConfig: "htslib", providers: [.apt(["libhts-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev", "zlib1g-dev"])]),
    .systemLibrary(name: "CProcessor"),
    .systemLibrary(name: "CLinux"),
    .target(name: "CSnapshot", exclude: ["tables", "snapshot.kb"]),

    // Values and bytes.
    module("StageGraph", []),
    module("Genome", []),
    module("Files", ["CLinux"]),
    module("HTS", ["CHTS", "CDeflate", "CProcessor", "Files"]),

    // Calls and curations.
    module("Records", ["HTS", "Genome"]),
    module("Calls", ["Genome"]),
    module("CallFiles", ["Calls", "Records", "Genome", "HTS"]),
    module("KnowledgeBase", ["HTS", "Genome", "Files", "CSnapshot", "CProcessor", crypto]),
    module("KnowledgeBaseUpdate", ["KnowledgeBase", "Genome", "Files", crypto, subprocess]),

    // What the product is about.
    module("Classification", []),
    module("Annotation", ["Classification", "Calls", "KnowledgeBase", "Genome"]),
    module("Reports", ["Classification", "Annotation", "KnowledgeBase", "Calls", "Genome"]),
    module(
      "ClinCall",
      [
        "Reports", "Classification", "Annotation", "CallFiles", "KnowledgeBase",
        "KnowledgeBaseUpdate", "Calls", "Records", "Genome", "HTS", "Files", "StageGraph", crypto,
        yams,
      ]),
    .executableTarget(
      name: "clincall",
      dependencies: [
        "ClinCall", "KnowledgeBase", "KnowledgeBaseUpdate", "HTS", "Files", argumentParser,
      ],
      swiftSettings: settings),

    // Figures of parts that no command shows alone; see .ci/bench-alleles.
    .executableTarget(
      name: "bench-lookup", dependencies: ["KnowledgeBase", "Genome"],
      path: "Benchmarks/AlleleLookup", swiftSettings: settings),

    // Tests mirror Sources.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("StageGraphTests", ["StageGraph"]),
    tests("GenomeTests", ["Genome"]),
    tests("FilesTests", ["Files"]),
    tests("HTSTests", ["HTS", "Files"]),
    // Reads calls from text; apart from TestSupport, whose users link no libhts.
    .target(
      name: "CallTestSupport",
      dependencies: [
        "CallFiles", "Calls", "Records", "Genome", "HTS", "Files", "KnowledgeBase",
      ],
      path: "Tests/CallTestSupport", swiftSettings: settings),
    tests(
      "CallFilesTests",
      ["CallFiles", "Calls", "Records", "Genome", "HTS", "Files", "CallTestSupport"]),
    tests("KnowledgeBaseTests", ["KnowledgeBase", "Genome", "HTS", "Files"]),
    tests(
      "KnowledgeBaseUpdateTests", ["KnowledgeBaseUpdate", "KnowledgeBase", "ClinCall", "Genome"]),
    tests(
      "AnnotationTests", ["Annotation", "Calls", "KnowledgeBase", "Genome", "CallTestSupport"]),
    tests("ClassificationTests", ["Classification"]),
    tests(
      "ReportsTests",
      ["Reports", "Annotation", "CallFiles", "Calls", "KnowledgeBase", "Genome", "CallTestSupport"]),
    tests("CommandTests", ["ClinCall", "KnowledgeBase", "Genome", "CallTestSupport"]),
  ]
)
