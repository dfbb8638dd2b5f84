// SPDX-License-Identifier: MIT

package import Files

extension FileError: Explained {
  package var sentence: String {
    switch self {
    case .notFound(let path): "\(path): no such file; check the path"
    case .cannotOpen(let path, let errno):
      "\(named(path)): cannot be opened (\(text(errno))); check its permissions"
    case .isDirectory(let path): "\(path): is a folder; give a file"
    case .notRegular(let path): "\(path): is no regular file; give a file"
    case .read(let path, let errno):
      "\(named(path)): reading failed (\(text(errno))); check the disk"
    case .write(let path, let errno):
      "\(path == "-" ? "standard output" : path): writing failed (\(text(errno))); "
        + "make room or write elsewhere, nothing was published"
    case .sync(let path, let errno):
      "\(path): the disk did not take the data (\(text(errno))); nothing was published"
    case .rename(let path, let errno):
      "\(path): the finished file could not get its name (\(text(errno)))"
    case .exists(let path): "\(path): exists already; --force replaces it"
    case .cannotCreate(let path, let errno):
      "\(path): cannot be created (\(text(errno))); check the folder"
    case .outputIsInput(let path): "\(path): is an input of this run; give the output another name"
    case .changedWhileRead(let path):
      "\(named(path)): changed while it was read; run again when it is complete"
    case .closedPipe(let path): "\(path): the reader has closed the pipe"
    case .locked(let path): "\(path): another run is writing it; try again later"
    }
  }

  package var exitStatus: ExitStatus {
    switch self {
    case .notFound, .cannotOpen, .isDirectory, .notRegular: .inputMissing
    case .read, .write, .sync, .rename: .inputOutput
    case .exists, .cannotCreate: .cannotCreate
    case .outputIsInput: .usage
    case .changedWhileRead: .malformedInput
    case .closedPipe: .closedOutput
    case .locked: .locked
    }
  }

  private func named(_ path: String) -> String { path == "-" ? "standard input" : path }

  private func text(_ errno: Int32) -> String { SystemErrorText(errno).text }
}
