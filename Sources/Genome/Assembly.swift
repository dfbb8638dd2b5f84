// SPDX-License-Identifier: MIT

/// An assembly whose contig lengths are known, whether or not calls can be annotated on it.
///
/// The lengths of assemblies that ClinCall does not annotate on are here so that a file of one is
/// refused by name instead of being read on the wrong coordinates.
package struct Assembly: Sendable {
  package let name: String
  /// The build that curations exist for; nil for an assembly that is only recognised.
  package let build: GenomeBuild?
  /// Lengths of 1-22, X, Y and, where the assembly has the revised Cambridge sequence, MT.
  package let lengths: [Int32]

  /// The number of bases of `contig`; nil where this assembly states none.
  package func length(of contig: Contig) -> Int32? {
    let index = Int(contig.rawValue) - 1
    return lengths.indices.contains(index) ? lengths[index] : nil
  }
}

extension Assembly {
  package static func of(_ build: GenomeBuild) -> Assembly {
    switch build {
    case .grch37: grch37
    case .grch38: grch38
    }
  }

  /// Every assembly that can be recognised.
  package static let known: [Assembly] = [grch37, grch38, ncbi36, t2t]

  /// Source: the assembly report GCF_000001405.13.
  package static let grch37 = Assembly(
    name: "GRCh37", build: .grch37,
    lengths: [
      249_250_621, 243_199_373, 198_022_430, 191_154_276, 180_915_260, 171_115_067, 159_138_663,
      146_364_022, 141_213_431, 135_534_747, 135_006_516, 133_851_895, 115_169_878, 107_349_540,
      102_531_392, 90_354_753, 81_195_210, 78_077_248, 59_128_983, 63_025_520, 48_129_895,
      51_304_566, 155_270_560, 59_373_566, 16_569,
    ])

  /// Source: the assembly report GCF_000001405.26.
  package static let grch38 = Assembly(
    name: "GRCh38", build: .grch38,
    lengths: [
      248_956_422, 242_193_529, 198_295_559, 190_214_555, 181_538_259, 170_805_979, 159_345_973,
      145_138_636, 138_394_717, 133_797_422, 135_086_622, 133_275_309, 114_364_328, 107_043_718,
      101_991_189, 90_338_345, 83_257_441, 80_373_285, 58_617_616, 64_444_167, 46_709_983,
      50_818_468, 156_040_895, 57_227_415, 16_569,
    ])

  /// NCBI36, UCSC hg18.
  package static let ncbi36 = Assembly(
    name: "NCBI36 (hg18)", build: nil,
    lengths: [
      247_249_719, 242_951_149, 199_501_827, 191_273_063, 180_857_866, 170_899_992, 158_821_424,
      146_274_826, 140_273_252, 135_374_737, 134_452_384, 132_349_534, 114_142_980, 106_368_585,
      100_338_915, 88_827_254, 78_774_742, 76_117_153, 63_811_651, 62_435_964, 46_944_323,
      49_691_432, 154_913_754, 57_772_954,
    ])

  /// T2T-CHM13v2.0.
  package static let t2t = Assembly(
    name: "T2T-CHM13v2.0", build: nil,
    lengths: [
      248_387_328, 242_696_752, 201_105_948, 193_574_945, 182_045_439, 172_126_628, 160_567_428,
      146_259_331, 150_617_247, 134_758_134, 135_127_769, 133_324_548, 113_566_686, 101_161_492,
      99_753_195, 96_330_374, 84_276_897, 80_542_538, 61_707_364, 66_210_255, 45_090_682,
      51_324_926, 154_259_566, 62_460_029,
    ])
}
