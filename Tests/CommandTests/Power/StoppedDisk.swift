import Foundation

/// The files of a folder while a recording is played: what the process sees, and what of it the disk surely holds.
///
/// What was written before a file's last sync is there. What was written since may be there or not: all, none, some of it in order, or any
/// sectors of it. Names are there since their folder's last sync; later ones come in their order, as file systems with a journal keep it.
struct StoppedDisk {
    private struct File {
        var kept: [UInt8] = []
        var pending: [Recording.Action] = []
    }
    private enum Naming { case add(String, Int), remove(String), rename(String, String) }

    private var files: [File] = []
    /// The files' places by name: as the process sees them, and as the disk surely holds them.
    private var names: [String: Int] = [:]
    private var keptNames: [String: Int] = [:]
    private var namings: [Naming] = []

    /// As a folder is now.
    init(_ folder: Folder) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            guard let data = FileManager.default.contents(atPath: folder.path + "/" + name) else { continue }
            names[name] = files.count
            files.append(File(kept: [UInt8](data)))
        }
        keptNames = names
    }

    mutating func take(_ step: Recording.Step) {
        switch step.action {
        case .write, .truncate: files[place(of: step.path)].pending.append(step.action)
        case .sync: names[step.path] == nil ? syncFolder() : settle(&files[place(of: step.path)])
        case .remove: name(.remove(step.path))
        case .rename(let other): name(.rename(step.path, other))
        case .link(let other): if let file = names[step.path] { name(.add(other, file)) }
        case .answer: break
        }
    }

    private mutating func place(of path: String) -> Int {
        if let place = names[path] { return place }
        files.append(File())
        name(.add(path, files.count - 1))
        return files.count - 1
    }

    private mutating func name(_ naming: Naming) {
        namings.append(naming)
        Self.carryOut(naming, &names)
    }

    private static func carryOut(_ naming: Naming, _ names: inout [String: Int]) {
        switch naming {
        case .add(let name, let file): names[name] = file
        case .remove(let name): names[name] = nil
        case .rename(let name, let other): names[other] = names.removeValue(forKey: name)
        }
    }

    private mutating func syncFolder() {
        keptNames = names
        namings = []
    }

    private func settle(_ file: inout File) {
        for action in file.pending { Self.carryOut(action, &file.kept) }
        file.pending = []
    }

    private static func carryOut(_ action: Recording.Action, _ bytes: inout [UInt8]) {
        switch action {
        case .write(let place, let content):
            if bytes.count < place + content.count { bytes += [UInt8](repeating: 0, count: place + content.count - bytes.count) }
            bytes.replaceSubrange(place..<place + content.count, with: content)
        case .truncate(let length): bytes = length < bytes.count ? Array(bytes[..<length]) : bytes + [UInt8](repeating: 0, count: length - bytes.count)
        default: break
        }
    }

    // MARK: What is found afterwards

    /// The process is killed: the system holds everything that it did.
    func afterKill() throws -> Folder { try folder(names) { file in file.pending.reduce(into: file.kept) { Self.carryOut($1, &$0) } } }

    /// The power fails.
    func afterPowerFailure(_ dice: inout Dice) throws -> Folder {
        var names = keptNames
        for naming in namings.prefix(Int.random(in: 0...namings.count, using: &dice)) { Self.carryOut(naming, &names) }
        let way = Int.random(in: 0..<4, using: &dice)
        return try folder(names) { file in
            var bytes = file.kept
            switch way {
            case 0: break
            case 1: for action in file.pending { Self.carryOut(action, &bytes) }
            case 2: for action in file.pending.prefix(Int.random(in: 0...file.pending.count, using: &dice)) { Self.carryOut(action, &bytes) }
            default: for action in file.pending where Bool.random(using: &dice) { Self.carryOut(Self.torn(action, &dice), &bytes) }
            }
            return bytes
        }
    }

    /// At times only the first or the last sectors of a write.
    private static func torn(_ action: Recording.Action, _ dice: inout Dice) -> Recording.Action {
        guard case .write(let place, let content) = action, content.count > 512, Int.random(in: 0..<3, using: &dice) == 0 else { return action }
        let cut = Int.random(in: 1...(content.count - 1) / 512, using: &dice) * 512
        return Bool.random(using: &dice) ? .write(at: place, content.prefix(cut)) : .write(at: place + cut, content.dropFirst(cut))
    }

    private func folder(_ names: [String: Int], _ content: (File) -> [UInt8]) throws -> Folder {
        let folder = try Folder()
        for (name, file) in names {
            let path = folder.path + "/" + name
            try FileManager.default.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(content(files[file])).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
        return folder
    }
}
