import Foundation
import Provisioning
import Store
import Testing

@Suite struct FileTests {
    @Test("Nobody else can read the files, also those that somebody else could before")
    func modes() throws {
        let files = try TemporaryStore()
        let path = files.directory + "/deep/er/mirror.sqlite"
        for _ in 0..<2 {
            let store = try Store(.file(path: path), keys: .memory)
            _ = try store.write { try $0.insert(person("Ada"), now: noon) }
            for file in [path, path + "-wal", path + "-shm"] { #expect(try files.mode(file) == 0o600) }
            try store.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        }
        #expect(try files.mode(files.directory + "/deep") == 0o700)
    }

    @Test("What was written is there after opening again")
    func reopen() throws {
        let files = try TemporaryStore()
        let (id, user) = try files.open().write { (try $0.storeID(), try $0.insert(person("Ada"), now: noon)) }
        let store = try files.open()
        #expect(try store.read { try $0.user(id: "u1") } == user)
        #expect(try store.read { try $0.storeID() } == id)
        #expect(store.schemaVersion == 3)
        #expect(store.sizeBytes > 0)
    }

    @Test("A file of a newer version, a damaged one and a directory are told apart")
    func unusable() throws {
        let files = try TemporaryStore()
        try files.open().close()
        try sqlite(files.path, "INSERT INTO grdb_migrations VALUES ('9')")
        #expect(throws: StoreError.tooNew(found: 9, known: 3)) { try files.open() }
        let garbage = files.directory + "/garbage"
        try Data(repeating: 7, count: 8192).write(to: URL(filePath: garbage))
        #expect { try Store(.file(path: garbage), keys: .memory) } throws: { if case .damaged? = $0 as? StoreError { true } else { false } }
        #expect { try Store(.file(path: files.directory), keys: .memory) } throws: { if case .unavailable? = $0 as? StoreError { true } else { false } }
        #expect { try Store(.file(path: "/proc/none/x"), keys: .memory) } throws: { if case .unavailable? = $0 as? StoreError { true } else { false } }
    }

    @Test("Two stores on one file see each other's changes, and that there are some")
    func twoStores() throws {
        let files = try TemporaryStore()
        let first = try files.open(), second = try files.open()
        let before = (try first.dataVersion(), try second.dataVersion())
        #expect(try first.dataVersion() == before.0)
        _ = try first.write { try $0.insert(person("Ada"), now: noon) }
        #expect(try second.dataVersion() != before.1)
        let user = try second.write { try $0.insert(person("Bea"), now: noon) }
        #expect(user.sequence == 2)
        #expect(try first.dataVersion() != before.0)
        #expect(try first.read { try $0.users(limit: 9).items.map(\.firstName) } == ["Ada", "Bea"])
    }

    @Test("While one process writes, others read what was; who wants to write too is told by whom it is kept waiting")
    func locked() throws {
        let files = try TemporaryStore()
        let first = try files.open(), second = try files.open(busyTimeout: 0.05)
        try first.write { writing in
            _ = try writing.insert(person("Ada"), now: noon)
            #expect(try second.read { try $0.userCount() } == 0)
            #expect { try second.write { try $0.insert(person("Bea"), now: noon) } } throws: { error in
                #if os(Linux)
                    error as? StoreError == .locked(pid: ProcessInfo.processInfo.processIdentifier)
                #else
                    if case .locked? = error as? StoreError { true } else { false }
                #endif
            }
        }
        #expect(try second.read { try $0.userCount() } == 1)
    }

    @Test("R-USR-3 A deleted user's data is gone from the file and its log")
    func erased() throws {
        let files = try TemporaryStore()
        let store = try files.open()
        let user = try store.write { try $0.insert(person("Marker-4711"), now: noon) }
        try store.write { try $0.deleteUser(id: user.id, now: noon) }
        try store.emptyLog()
        #expect(try files.bytes().range(of: Data("4711".utf8)) == nil)
    }

    @Test("R-USR-2 A backup is a whole copy under another store id, and overwrites nothing")
    func backup() throws {
        for inMemory in [true, false] {
            let files = try TemporaryStore()
            let store = try inMemory ? memoryStore() : files.open()
            let user = try store.write { try $0.insert(person("Ada", email: "ada@example.com"), now: noon) }
            let path = files.directory + "/copy.sqlite"
            let bytes = try store.backup(to: path)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int == bytes)
            #expect(try files.mode(path) == 0o600)
            #expect { try store.backup(to: path) } throws: { if case .unavailable? = $0 as? StoreError { true } else { false } }
            let copy = try Store(.file(path: path), keys: .memory)
            #expect(try copy.read { try $0.user(id: user.id) } == user)
            #expect(try copy.read { try $0.storeID() } != store.read { try $0.storeID() })
            #expect(try copy.check() == [])
            #expect(!FileManager.default.fileExists(atPath: path + ".part"))
        }
    }

    @Test("A check finds what constraints cannot say", arguments: [
        "UPDATE meta SET value = '0' WHERE key = 'sequence'", "INSERT INTO tombstone VALUES (1, 99)", "INSERT INTO tombstone VALUES (9, 1)",
        "DELETE FROM spelling", "UPDATE user SET attributes = '{\"7\":1}'", "UPDATE user SET attributes = '{\"1\":7}'",
        "PRAGMA foreign_keys = OFF; UPDATE spelling SET segment = 77",
    ])
    func check(damage: String) throws {
        let files = try TemporaryStore()
        let store = try files.open()
        try store.write { writing in
            try writing.insert(Attribute(key: "city", name: "City", type: .choice))
            try writing.insertSegment(attribute: "city", name: "Rome")
            var user = person("Ada")
            user.attributes = ["city": .choice("Rome")]
            _ = try writing.insert(user, now: noon)
        }
        #expect(try store.check() == [])
        try sqlite(files.path, damage)
        #expect(try store.check() != [])
    }
}
