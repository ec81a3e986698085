/// Every connector that a manifest describes, a file each in this folder.
extension Vendor {
    static let all: [Vendor] = [
        apideck, bamboohr, deel, factorial, finch, hibob, kombo, merge, personio, rippling, sageHR, scim, successfactors, workday,
    ]
}
