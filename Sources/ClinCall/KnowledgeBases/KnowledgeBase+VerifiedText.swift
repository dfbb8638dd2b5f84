// SPDX-License-Identifier: MIT

package import KnowledgeBase

extension KnowledgeBase {
  /// What `kb verify` prints of a knowledge base without fault.
  package var verifiedText: String {
    var text = ""
    for file in manifest.files {
      text += "\(file.name): \(grouped(file.bytes)) bytes, sha256 \(file.sha256): OK\n"
    }
    return text + "knowledge base \(release) (sha256 \(sha256)): OK\n"
  }
}
