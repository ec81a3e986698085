import GRDB

/// What another program does to the file.
func sqlite(_ path: String, _ sql: String) throws {
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try other.close()
}
