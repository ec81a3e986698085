/// Every connector that a manifest describes, a file each in this folder.
extension Vendor {
    static let all: [Vendor] = [apideck, bamboohr, deel, hibob, personio, rippling, scim]
}
