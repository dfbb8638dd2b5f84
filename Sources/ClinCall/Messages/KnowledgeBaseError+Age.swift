// SPDX-License-Identifier: MIT

internal import KnowledgeBase

extension KnowledgeBaseError {
  /// Why `--max-kb-age` refuses; nil for other errors.
  var ageSentence: String? {
    switch self {
    case .tooOld(let release, let role, let date, let days, let limit):
      "knowledge base \(release): its newest --\(role.rawValue) is of \(date), \(grouped(days)) days old, "
        + "and --max-kb-age allows \(grouped(limit)); run clincall kb update, or kb build with newer files"
    case .ageUnknown(let release, let role?):
      "knowledge base \(release): no --\(role.rawValue) in it has a date, so its age is unknown; build it "
        + "with FILE@YYYY-MM-DD"
    case .ageUnknown(let release, nil):
      "knowledge base \(release): it has no curations whose age could be told; build it with some"
    case .clockBehind(let today, let date):
      "the clock says \(today), before the knowledge base's release of \(date), so its age is unknown; "
        + "set the clock"
    default: nil
    }
  }
}
