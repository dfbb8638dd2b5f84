// SPDX-License-Identifier: MIT

/// What a stage does, with its options.
enum StageKind: Sendable {
  /// Appends everything that ClinGen has curated, the context of genes, and the class of copy-number calls.
  case dosage(DosageOptions)
  /// Passes calls on, and refuses a knowledge base without gene models.
  case genes
  /// Parts calls by what they are; its rest can feed another stage.
  case filter(FilterOptions)
  /// Keeps calls that overlap one of the regions.
  case region(RegionOptions)
  /// Keeps what the named samples carry.
  case sample([GraphText])
  /// Passes calls on unchanged, to several.
  case tee

  /// The words of `uses:`, each with the keys that such a stage takes beside `uses` and `from`.
  static let keys: [(word: String, keys: [String])] = [
    ("dosage", DosageOptions.keys), ("genes", []),
    (
      "filter",
      [
        "types", "min_size", "max_size", "genes", "curated_only", "classes", "min_score",
        "max_score",
      ]
    ),
    ("region", ["regions", "file"]), ("sample", ["samples"]), ("tee", []),
  ]

  var word: String {
    switch self {
    case .dosage: "dosage"
    case .genes: "genes"
    case .filter: "filter"
    case .region: "region"
    case .sample: "sample"
    case .tee: "tee"
    }
  }
}
