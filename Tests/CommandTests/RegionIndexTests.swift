// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// `-r` by an index gives what `-r` gives of the whole file, and no index can hide a call.
@Suite(.needs("bcftools"), .needs("tabix"), .needs("bgzip"))
struct RegionIndexTests {
  private static let contigs = [
    "chr1": 248_956_422, "chr2": 242_193_529, "chrX": 156_040_895, "chrUn_x": 90_000,
  ]

  private static func header(_ version: String = "4.2", info: [String] = ["END", "X"]) -> String {
    "##fileformat=VCFv\(version)\n"
      + ["chr1", "chr2", "chrX", "chrUn_x"].map {
        "##contig=<ID=\($0),length=\(contigs[$0] ?? 0)>\n"
      }.joined()
      + info.map {
        "##INFO=<ID=\($0),Number=\($0 == "X" ? "." : "1"),Type=\($0 == "X" ? "String" : "Integer"),Description=\"x\">\n"
      }.joined()
      + "##FILTER=<ID=low,Description=\"x\">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
  }

  /// Sorted records of every size, in some dozen BGZF blocks, with long ones that reach over many bins.
  private static let text: String = {
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var text = header()
    for (contig, count) in [("chr1", 4000), ("chr2", 1500), ("chrX", 800), ("chrUn_x", 50)] {
      let length = contigs[contig] ?? 0
      let places = (0..<count).map { _ in
        // Half of them close together.
        length < 100_000 || random(2) == 0 ? 1 + random(60_000) : 1 + random(length - 1)
      }.sorted()
      for (number, place) in places.enumerated() {
        var cells = ("A", "G", ".")
        switch random(12) {
        case 0: cells = ("AGT", "A", ".")
        case 1: cells = ("A", "AGTT", ".")
        case 2: cells = ("ACGT", "A,ACGTT,TCGT", ".")
        case 3, 4:
          let span = [100, 40_000, 3_000_000, 60_000_000][random(4)]
          cells = ("N", random(2) == 0 ? "<DEL>" : "<DUP>", "END=\(min(place + span, length))")
        case 5: cells = ("N", "<INS>", ".")
        default: break
        }
        let filler = (0..<6).map { _ in String(random(1 << 30), radix: 36) }.joined()
        let info = cells.2 == "." ? "X=\(filler)" : "\(cells.2);X=\(filler)"
        text +=
          "\(contig)\t\(place)\t\(contig)_\(number)\t\(cells.0)\t\(cells.1)\t.\t"
          + "\(random(5) == 0 ? "low" : "PASS")\t\(info)\n"
      }
    }
    return text
  }()

  /// Some random regions, some at the edges of bins, lists that overlap, names of other spelling.
  private static let regions: [String] = {
    var state: UInt64 = 11
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var regions = [
      "chr1", "1", "chrX:16384-16385", "chr2:1-1", "chr2:50000000", "X:100000000-", "chrUn_x",
      "chr1:32768,chr1:32700-32800,chr2:131072-131073", "chrX,chr1:200000000-200000001", "chr9",
    ]
    for _ in 0..<25 {
      let contig = ["chr1", "chr2", "chrX"][random(3)]
      let first = 1 + random(random(2) == 0 ? 61_000 : 150_000_000)
      regions.append("\(contig):\(first)-\(first + [0, 10, 1000, 100_000, 5_000_000][random(5)])")
    }
    return regions
  }()

  @discardableResult
  private func run(_ program: String, _ arguments: [String]) throws -> [UInt8] {
    let result = try #require(Program.installed(program)).run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  private func convert(_ arguments: [String], form: String = "vcf", input: String? = nil) throws
    -> Program.Result
  {
    try Program.clincall.run(
      ["convert", "--no-version", "-g", "38", "-O", form, input ?? "-"] + arguments,
      input: input == nil ? Array(Self.text.utf8) : nil)
  }

  private func indexed(
    _ text: String, _ kind: String, _ folder: TemporaryFolder, name: String = "in"
  )
    throws -> String
  {
    let plain = try folder.write(text, to: "\(name).\(kind).vcf")
    let path = folder.file("\(name).\(kind).\(kind == "bcf" ? "bcf" : "vcf.gz")")
    try run("bcftools", ["view", "--no-version", kind == "bcf" ? "-Ob" : "-Oz", "-o", path, plain])
    try run("bcftools", ["index", kind == "tbi" ? "-t" : "-c", path])
    return path
  }

  @Test(arguments: ["tbi", "csi", "bcf"])
  func `an index finds the records that reading the whole file finds`(kind: String) throws {
    let folder = try TemporaryFolder()
    let path = try indexed(Self.text, kind, folder)
    for region in Self.regions {
      let whole = try convert(["-r", region])
      #expect(
        whole.errors.contains(
          "standard input: all of it was read for the regions: a pipe has no index"))
      let found = try convert(["-r", region], input: path)
      #expect(found.status == 0 && !found.errors.contains("all of it was read"), "\(found.errors)")
      #expect(found.rows == whole.rows, "\(region)")
      let judge = try run(
        "bcftools", ["query", "-f", "%ID\\n", "-r", region.bare, "--regions-overlap", "2", path])
      // What bcftools takes for the place of an insertion is the base before it alone.
      let ids = Set(found.rows.dropFirst().map { String($0.split(separator: "\t")[2]) })
      let missing = Set(
        String(decoding: judge, as: UTF8.self).split(separator: "\n").map(String.init)
      ).subtracting(ids)
      #expect(missing.isEmpty, "\(region): \(missing)")
    }
  }

  @Test func `counts and reports depend neither on the kind of index nor on threads`() throws {
    let folder = try TemporaryFolder()
    let paths = try ["tbi", "csi"].map { try indexed(Self.text, $0, folder) }
    for region in Self.regions.prefix(16) {
      for arguments in [[], ["-t", "chr1"], ["--apply-filters", "PASS"], ["--shard", "1/2"]] {
        let outputs = try paths.flatMap { path in
          try ["1", "3"].map { threads in
            let result = try convert(
              ["-r", region, "-@", threads] + arguments, form: "ndjson", input: path)
            #expect(result.status == 0, "\(result.errors)")
            return result.text.replacing(path.split(separator: "/").last ?? "", with: "")
              .replacing("in.tbi.vcf", with: "in.vcf").replacing("in.csi.vcf", with: "in.vcf")
          }
        }
        #expect(Set(outputs).count == 1)
      }
    }
  }

  @Test func `a record that was found by an index is named by its place in the file`() throws {
    let folder = try TemporaryFolder()
    let path = try indexed(Self.text, "tbi", folder)
    let result = try convert(["-r", "chr2:100000000-120000000"], form: "tsv", input: path)
    #expect(
      result.text.contains(
        "; read by its index: records outside of the regions are neither read nor counted\n"))
    let rows = result.rows.dropFirst().map { $0.split(separator: "\t") }
    #expect(rows.count > 5)
    for row in rows {
      let source = try #require(row.last)
      let match = try #require(source.wholeMatch(of: /in\.tbi\.vcf:@([0-9]+)\+([0-9]+)/))
      let (block, byte) = (try #require(Int(match.1)), try #require(Int(match.2)))
      let line = try Program.shell(
        "tail -c +\(block + 1) \(path) | bgzip -dc | tail -c +\(byte + 1) | head -n 1")
      let cells = line.text.split(separator: "\t")
      // REF has at most four bases, and trimming moves a start inside of it.
      let position = try #require(Int(cells[1]))
      let start = try #require(Int(row[1]))
      #expect(cells[0] == "chr2" && (0...4).contains(start - position + 1))
    }
    let json = try convert(["-r", "chr2:100000000-120000000"], form: "ndjson", input: path)
    #expect(json.lines[1].contains("\"source\":{\"file\":\"in.tbi.vcf\",\"virtual_offset\":\"@"))
  }

  @Test(arguments: ["4.2", "4.4"])
  func `a call longer than its index knows is found`(version: String) throws {
    let folder = try TemporaryFolder()
    let records =
      "chr1\t1000\tlong\tN\t<DEL>\t.\tPASS\tSVLEN=-90000000\nchr1\t50000000\tshort\tA\tC\t.\tPASS\t.\n"
      + "chr2\t1000\tother\tA\tC\t.\tPASS\t.\n"
    for info in [["SVLEN", "END"], [], ["SVTYPE"]] {
      let text = Self.header(version, info: info) + records
      let plain = try folder.write(text, to: "in.vcf")
      try run("bgzip", ["-kf", plain])
      try run("tabix", ["-fp", "vcf", "\(plain).gz"])
      let found = try convert(["-r", "chr1:80000000-80000001"], form: "tsv", input: "\(plain).gz")
      #expect(found.errors == "")
      #expect(found.rows.count == 2)
      #expect(found.text.contains("\t90001000\t") || found.text.contains("\t90000999\t"))
    }
    // An index of positions alone, and one of other columns.
    let text = Self.header() + "chr1\t1000\tlong\tN\t<DEL>\t.\tPASS\tEND=90000000\n"
    let plain = try folder.write(text, to: "b.vcf")
    try run("bgzip", ["-kf", plain])
    try run("tabix", ["-f", "-s1", "-b2", "-e2", "\(plain).gz"])
    let found = try convert(["-r", "chr1:80000000"], form: "tsv", input: "\(plain).gz")
    #expect(found.errors == "" && found.rows.count == 2)
    try run("tabix", ["-f", "-s1", "-b2", "-e2", "-C", "\(plain).gz"])
    #expect(
      try convert(["-r", "chr1:80000000"], form: "tsv", input: "\(plain).gz").rows.count == 2)
  }

  @Test func `a table of intervals is read by its index`() throws {
    let folder = try TemporaryFolder()
    var bed = "# calls\n"
    for number in 0..<9000 {
      let start = number * 20_000
      bed += "chr1\t\(start)\t\(start + (number % 100 == 0 ? 30_000_000 : 900))\tDEL\tn\(number)\n"
    }
    bed += "chr2\t5\t9\tDUP\tlast"
    let plain = try folder.write(bed, to: "in.bed")
    try run("bgzip", ["-kf", plain])
    for kind in [[], ["-C"]] {
      try? FileManager.default.removeItem(atPath: "\(plain).gz.tbi")
      try run("tabix", ["-fp", "bed"] + kind + ["\(plain).gz"])
      for region in [
        "chr1:150000001-150000100", "chr1:1", "chr2", "2:9", "2:10", "chr1:3", "chr1,chr2",
      ] {
        let whole = try Program.clincall.run(
          ["convert", "-g", "38", "--no-version", "-O", "bed", "-r", region, plain])
        #expect(whole.errors.contains("only BGZF files have an index"))
        let found = try Program.clincall.run(
          ["convert", "-g", "38", "--no-version", "-O", "bed", "-r", region, "\(plain).gz"])
        #expect(found.errors.replacing("clincall: note: 0 calls\n", with: "") == "")
        #expect(found.rows == whole.rows, "\(region)")
      }
    }
  }

  @Test func `without an index all is read and that is said`() throws {
    let folder = try TemporaryFolder()
    let path = try indexed(Self.text, "tbi", folder)
    try FileManager.default.removeItem(atPath: "\(path).tbi")
    let result = try convert(["-r", "chr2:1-1000"], form: "tsv", input: path)
    #expect(result.status == 0)
    #expect(
      result.errors
        == "clincall: note: \(path): all of it was read for the regions: there is no \(path).csi or \(path).tbi (bcftools index, tabix)\n"
    )
    #expect(result.rows[1].contains(".vcf:"))
    // Targets stream, index or not.
    _ = try indexed(Self.text, "tbi", folder)
    let targets = try convert(["-t", "chr2:1-1000"], form: "tsv", input: path)
    #expect(targets.errors == "" && targets.rows == result.rows)
  }

  @Test func `an index that is older is told, and used where it fits`() throws {
    let folder = try TemporaryFolder()
    let path = try indexed(Self.text, "csi", folder)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: "\(path).csi")
    let result = try convert(["-r", "chr2"], form: "tsv", input: path)
    #expect(result.status == 0)
    #expect(
      result.errors
        == "clincall: warning: \(path).csi is older than \(path); it fits the file, but make it anew (bcftools index -f, tabix -f)\n"
    )
  }

  /// Changes a file or its index, and what is then said; `IN` stands for the input.
  static let misfits: [(name: String, status: Int32, message: String)] = [
    (
      "cut", 65,
      "INDEX: the file ends inside the BGZF block at byte N: it is cut; transfer or compress it again"
    ),
    ("text", 65, "INDEX: this is no tabix or CSI index, or a damaged one; ADVICE"),
    ("folder", 66, "INDEX: is a folder; give a file"),
    ("appended", 65, "IN: its index does not know the record at @P; ADVICE"),
    ("shorter", 65, "IN: its index points to @P, where the file has no such block; ADVICE"),
    ("removed", 65, "*"),
    ("other", 65, "*"),
    (
      "renamed", 65,
      "IN: its index says that records of \"chr2\" begin at @P, and none does; ADVICE"
    ),
    (
      "endless", 65,
      "IN: no BGZF end marker: the file is probably cut; transfer or compress it again"
    ),
  ]

  @Test(arguments: misfits)
  func `an index that does not fit its file ends the run`(
    name: String, status: Int32, message: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("in.vcf.gz")
    let index = "\(path).tbi"
    let lines = Self.text.split(separator: "\n").map { "\($0)\n" }
    // Stored and not deflated, so that texts of one length have their blocks at the same places.
    func compress(_ text: String) throws {
      let blocks = try run("bgzip", ["-l", "0", "-c", try folder.write(text, to: "new.vcf")])
      _ = try folder.write(blocks, to: "in.vcf.gz")
    }
    try compress(Self.text)
    try run("tabix", ["-p", "vcf", path])
    switch name {
    case "cut": _ = try folder.write(try contents(of: index).dropLast(200), to: "in.vcf.gz.tbi")
    case "text": _ = try folder.write("chr1\t5\n", to: "in.vcf.gz.tbi")
    case "folder":
      try FileManager.default.removeItem(atPath: index)
      try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
    case "appended":
      // More blocks before the end marker.
      let more = try run(
        "bgzip", ["-c", try folder.write("chrUn_x\t89000\t.\tA\tC\t.\t.\t.\n", to: "m")])
      _ = try folder.write(try contents(of: path).dropLast(28) + more, to: "in.vcf.gz")
    case "removed": try compress(lines.prefix(5000).joined())
    case "shorter":
      let bytes = try contents(of: path)
      // Cut behind a block and closed again, as if it had always been so.
      _ = try folder.write(bytes.prefix(65_311 * 3) + bytes.suffix(28), to: "in.vcf.gz")
    case "other":
      try compress(lines.filter { !$0.contains("<DEL>") }.joined())
    case "renamed":
      try compress(Self.text.replacing("\nchr2\t", with: "\nchrA\t"))
    default: _ = try folder.write(try contents(of: path).dropLast(28), to: "in.vcf.gz")
    }
    // Whatever region is asked for, the one with nothing in it too.
    for region in ["chr1:1000-2000", "chr2", "chrX:100-", "chr9"] {
      let result = try convert(["-r", region], form: "tsv", input: path)
      #expect(result.status == status, "\(region) \(result.text.suffix(300))")
      #expect(result.output.isEmpty)
      let said = result.errors.replacing(index, with: "INDEX").replacing(path, with: "IN")
        .replacing(
          "index the file anew (bcftools index -f, tabix -f), or say -t, which reads all of it",
          with: "ADVICE"
        )
        .replacing(/@[0-9]+\+[0-9]+/, with: "@P").replacing(/at byte [0-9]+/, with: "at byte N")
      if message != "*" { #expect(said == "clincall: error: \(message)\n") }
    }
    // `-t` never looks at it.
    if status == 65, !["endless", "shorter"].contains(name) {
      #expect(try convert(["-t", "chrX"], form: "tsv", input: path).status == 0)
    }
  }

  @Test func `an unsorted file under an index of the sorted one is an error`() throws {
    let folder = try TemporaryFolder()
    let line = { (place: Int) in "chr1\t\(place)\t.\tA\tC\t.\tPASS\t.\n" }
    let sorted = Self.header() + line(1000) + line(2000) + line(3000)
    let path = try folder.write(sorted, to: "in.vcf")
    try run("bgzip", ["-f", path])
    try run("tabix", ["-p", "vcf", "\(path).gz"])
    let index = try contents(of: "\(path).gz.tbi")
    let swapped = try folder.write(
      Self.header() + line(1000) + line(3000) + line(2000), to: "in.vcf")
    try run("bgzip", ["-f", swapped])
    let size = try contents(of: "\(path).gz").count
    #expect(size > 100)
    _ = try folder.write(index, to: "in.vcf.gz.tbi")
    let result = try convert(["-r", "chr1"], form: "tsv", input: "\(path).gz")
    #expect(result.status == 65)
    // Which of the two checks sees it depends on whether both compress to the same size.
    #expect(
      result.errors.contains(
        "the file is not sorted and its index is of another one; sort it (bcftools sort)")
        || result.errors.contains("its index "))
  }

  @Test(arguments: [true, false])
  func `a flipped bit of an index is an error or gives the same calls`(isStored: Bool) throws {
    let folder = try TemporaryFolder()
    let path = try indexed(Self.text, "csi", folder)
    let stored = try contents(of: "\(path).csi")
    // Behind the checksums of its blocks an index has none: there a flip may end in anything but a crash.
    let bytes = isStored ? stored : try run("bgzip", ["-dc", "\(path).csi"])
    let whole = try convert(["-r", "chr2:1000-40000,chrX"]).rows
    var state: UInt64 = 3
    var refused = 0
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var changed = bytes
      changed[Int(state >> 33) % bytes.count] ^= 1 << UInt8(state >> 20 & 7)
      if !isStored { changed = try run("bgzip", ["-c", try folder.write(changed, to: "raw")]) }
      _ = try folder.write(changed, to: "in.csi.vcf.gz.csi")
      let result = try convert(["-r", "chr2:1000-40000,chrX"], input: path)
      if result.status == 0 {
        if isStored { #expect(result.rows == whole) }
      } else {
        #expect(result.status == 65, "\(result.errors)")
        refused += 1
      }
    }
    #expect(refused > 20)
  }
}

extension String {
  /// With the spelling of the file, which bcftools needs.
  fileprivate var bare: String {
    split(separator: ",").map { $0.hasPrefix("chr") ? "\($0)" : "chr\($0)" }.joined(separator: ",")
  }
}
