// SPDX-License-Identifier: MIT

extension GraphError: Explained {
  /// The problems that are shown; more are counted.
  private static var limit: Int { 20 }

  package var sentence: String {
    messages.map(\.text).joined(separator: "\nclincall: error: ")
  }

  package var messages: [Message] {
    var messages = problems.prefix(Self.limit).map { problem in
      let place = problem.mark.map { "\(path):\($0.line):\($0.column)" } ?? path
      return Message(
        .error, "\(place): \(problem.fault.explanation)", file: path, line: problem.mark?.line,
        column: problem.mark?.column)
    }
    if problems.count > Self.limit {
      let more = problems.count - Self.limit
      messages.append(Message(.error, "\(path): and \(more) more problems", file: path))
    }
    return messages
  }

  /// A file that is right and lacks only what the command line should say is a usage error.
  package var exitStatus: ExitStatus {
    if problems.allSatisfy({ $0.fault.isUsage }) { return .usage }
    if problems.allSatisfy({ $0.fault == .noGeneModels }) { return .knowledgeBase }
    return .malformedInput
  }
}

extension GraphFault {
  fileprivate var isUsage: Bool {
    switch self {
    case .parameterNotSet, .setUnknown: true
    default: false
    }
  }

  /// `what is wrong ("text"); what to do`.
  fileprivate var explanation: String { fileExplanation ?? shapeExplanation ?? graphExplanation }

  private var fileExplanation: String? {
    switch self {
    case .tooLarge(let limit):
      "the file is larger than \(grouped(limit)) bytes; a page of text is expected, check the path"
    case .notText: "the file is no UTF-8 text; save it as UTF-8"
    case .empty: "the file is empty; declare sources, stages and sinks"
    case .syntax(let problem): "this is no YAML (\(EscapedText(problem.utf8))); correct the line"
    case .tooDeep(let limit): "more than \(limit) levels of nesting; three are enough"
    case .anchor: "an anchor or alias (& or *), which this file may not have; write the value out"
    case .tag: "a tag (!), which this file may not have; remove it"
    case .mergeKey: "a merge key (<<), which this file may not have; write the keys out"
    case .complexKey: "a key that is no plain text; write NAME: value"
    case .duplicateKey(let key, let line):
      "key \(quoted(key)) stands in line \(line) already; remove one"
    default: nil
    }
  }

  private var shapeExplanation: String? {
    switch self {
    case .wrongShape(let key, let expected):
      "\(key) is no \(expected.rawValue); \(expected.advice)"
    case .unknownKey(let key, let owner, let known):
      "unknown key of \(owner) (\(escaped(key))); \(advice(key, known))"
    case .missingKey(let key, let owner): "\(owner) has no key \(key); add it"
    case .emptyValue(let key): "\(key) has no value; fill it in or remove the key"
    case .badName(let name):
      "no name (\(escaped(name))); write letters, digits, _ and -"
    case .nameTaken(let name, let line):
      "the name \(quoted(name)) is taken in line \(line); sources, stages and sinks share their names"
    case .unknownKind(let word, let role, let known):
      "unknown \(role.rawValue) (\(escaped(word))); \(advice(word, known))"
    case .unknownWord(let key, let word, let known):
      "unknown word for \(key) (\(escaped(word))); \(advice(word, known))"
    case .notNumber(let key, let text, let least, let most):
      "\(key) is no whole number from \(grouped(least)) to \(grouped(most)) (\(escaped(text))); "
        + "write digits only"
    case .notPoints(let key, let text):
      "\(key) is no number of points with up to two decimals (\(escaped(text))); write as in 0.90 or -0.45"
    case .badRegion(let text):
      "no region (\(escaped(text))); write CONTIG or CONTIG:FIRST-LAST, 1-based inclusive"
    case .badShard(let text):
      "no shard (\(escaped(text))); write I/N, the number of the shard and how many there are, as 1/4"
    case .badSex(let text): "no sex (\(escaped(text))); write SAMPLE=male or SAMPLE=female"
    case .tableOption(let key, let fault): "\(key): \(fault.explanation)"
    case .bothGiven(let first, let second): "\(first) and \(second) are both given; give one"
    case .sideFileTwice(let kind, let line):
      "a second \(kind), the first is in line \(line); a run writes one"
    case .unknownParameter(let name, let known):
      "${\(name)} is no parameter of this pipeline; "
        + (known.isEmpty ? "declare it under parameters:" : advice(name, known))
    case .openBrace(let text):
      "a ${ without its } (\(escaped(text))); write ${NAME}"
    case .parameterNotSet(let name): "parameter \(name) has no value; say --set \(name)=VALUE"
    case .setUnknown(let name, let known):
      "--set \(name): the pipeline has no such parameter; "
        + (known.isEmpty ? "it declares none" : advice(name, known))
    default: nil
    }
  }

  private var graphExplanation: String {
    switch self {
    case .noSource: "no source; declare one under sources:"
    case .severalSources: "a second source; give the first one a list of paths instead"
    case .noSink: "no sink; declare at least one under sinks:"
    case .danglingInput(let name, let known):
      "nothing is called \(quoted(name)); \(advice(name, known))"
    case .fromSink(let name):
      "\(quoted(name)) is a sink, where calls end; name the stage that feeds it"
    case .noRest(let name): "\(quoted(name)) is no filter and has no rest; write \(name)"
    case .cycle(let names):
      "a cycle: \((names + names.prefix(1)).joined(separator: " -> ")); feed one of them from elsewhere"
    case .unused(let name): "\(quoted(name)) feeds nothing; name it in a from: or remove it"
    case .notAnnotated(let name):
      "sink \(name) gets calls that no dosage stage has annotated; put one before it"
    case .annotatedTwice(let name):
      "stage \(name) annotates calls that are annotated already; remove it"
    case .needsDosage(let key):
      "\(key) asks for curations before the dosage stage; put the filter behind it"
    case .differentDosage(let name, let line):
      "stage \(quoted(name)) has other options than the dosage stage in line \(line); "
        + "they count for the whole run: write the same, or use two pipelines"
    case .emptyFilter: "a filter without a condition; give one, or use tee"
    case .sizesCrossed(let least, let most):
      "max_size \(grouped(most)) is below min_size \(grouped(least)); nothing would pass"
    case .scoresCrossed(let least, let most):
      "max_score \(most) is below min_score \(least); nothing would pass"
    case .suffixDisagrees(let path, let suffix, let type):
      "the suffix says \(suffix) and uses: and compression: say \(type) (\(escaped(path))); "
        + "change one of them"
    case .neverCompressed(let type): "\(type) is not written compressed; use nd\(type) or drop it"
    case .onlyTable(let key): "\(key) is an option of tsv; remove it"
    case .onlyCallTable(let key): "\(key) is an option of tsv with mode: call; remove it"
    case .columnTwice(let column): "column \(column) is named twice; name it once"
    case .samePath(let path, let line):
      "this output is written in line \(line) already (\(escaped(path))); give each its own name"
    case .standardInputTwice: "standard input is given twice; give - once"
    case .severalInputsForVCF:
      "VCF output takes one input, because it keeps that input's header; run once per input"
    case .emptyList(let file): "the list holds nothing (\(escaped(file))); nothing would pass"
    case .listTooLarge(let file, let limit):
      "the list is larger than \(grouped(limit)) bytes (\(escaped(file))); check the path"
    case .badListLine(let line):
      "no line of BED (\(escaped(line))); write contig, start and end, 0-based half-open, by TABs"
    case .unknownSample(let sample, let input):
      "no such sample in \(input) (\(escaped(sample))); write its name as the file does"
    case .noGeneModels:
      "the knowledge base holds no gene models, which a genes stage needs; remove the stage"
    default: ""
    }
  }

  private func escaped(_ text: String) -> String { EscapedText(text.utf8).description }

  private func quoted(_ text: String) -> String { escaped(text) }

  private func advice(_ word: String, _ known: [String]) -> String {
    if let meant = Suggestion.nearest(to: word, in: known) { return "did you mean \(meant)?" }
    return known.isEmpty ? "there is none" : "known: \(known.joined(separator: ", "))"
  }
}

extension GraphFault.Shape {
  fileprivate var advice: String {
    switch self {
    case .text: "write one value"
    case .list: "write [a, b]"
    case .map: "write key: value lines under it"
    }
  }
}
