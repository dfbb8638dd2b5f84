// SPDX-License-Identifier: MIT

/// The texts of a store that is being written, each once; number 0 is the empty text.
struct StringHeap {
  private var ids: [String: UInt32] = ["": 0]
  private(set) var offsets: [UInt32] = [0, 0]
  private(set) var bytes: [UInt8] = []

  mutating func id(of text: String) -> UInt32 {
    if let id = ids[text] { return id }
    let id = UInt32(offsets.count - 1)
    bytes += text.utf8
    offsets.append(UInt32(bytes.count))
    ids[text] = id
    return id
  }
}
