// SPDX-License-Identifier: MIT

extension WorkedCase {
  /// What people add: caps, one row of section 5, nothing counted twice.
  static let statedCases: [WorkedCase] = {
    func say(_ criterion: Criterion, _ points: Int, _ name: String = "") -> Statement {
      Statement(criterion, points: points, row: 0, caseName: name)
    }
    return [
      WorkedCase(
        "3B and a confirmed de novo case of its own", call(.loss, genes: 30), [say(.c5A, 45)],
        "1A;3B;5A", 90),
      WorkedCase(
        "inherited from a healthy parent, nothing inside", call(.loss, genes: 0),
        [say(.c5B, -30)], "1B;3A;5B", -90),
      WorkedCase(
        "three 4A cases and four 4E cases, cut at their caps", call(.loss, genes: 3),
        [say(.c4A, 45), say(.c4A, 45), say(.c4A, 45)]
          + [say(.c4E, 10), say(.c4E, 10), say(.c4E, 10), say(.c4E, 10)], "1A;3A;4A;4E", 120),
      WorkedCase(
        "4A and 4B share a cap", call(.loss, genes: 3),
        [say(.c4A, 45), say(.c4A, 45), say(.c4B, 30)], "1A;3A;4A;4B", 90),
      WorkedCase(
        "two studies without a difference", call(.loss, genes: 3),
        [say(.c4N, -90), say(.c4N, -90)], "1A;3A;4N", -90),
      WorkedCase(
        "the same case in section 4 and in section 5", call(.loss, genes: 3),
        [say(.c4A, 45, "family 1"), say(.c5A, 45, "family 1")], "1A;3A;5A", 45),
      WorkedCase(
        "2K takes the place of 2J, and its phenotype is used up",
        call(.gain, genes: 15, [gene(.fivePrime)]), [say(.c2K, 45), say(.c5H, 15)], "1A;2K;3A",
        45),
      WorkedCase(
        "an established gene leaves no room for cases", call(.loss, genes: 1, [gene(.whole)]),
        [say(.c4A, 45), say(.c5B, -30)], "1A;2A;3A;5B", 70),
    ]
  }()
}
