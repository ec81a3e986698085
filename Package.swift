// swift-tools-version: 6.1
import PackageDescription

/// Warnings are errors in our own targets; dependencies keep their own settings.
let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

let package = Package(
    name: "staffetta",
    products: [],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .target(name: "JSON", swiftSettings: strict),
        .target(name: "Wire", dependencies: ["JSON"], swiftSettings: strict),
        .target(name: "Contract", dependencies: ["JSON", "Wire"], swiftSettings: strict),
        .target(name: "Provisioning", swiftSettings: strict),
        .target(
            name: "Store",
            dependencies: ["JSON", "Provisioning", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(name: "Connectors", dependencies: ["JSON", "Provisioning"], swiftSettings: strict),
        .target(name: "Generation", dependencies: ["JSON"], swiftSettings: strict),
        .executableTarget(name: "generate", dependencies: ["Generation"], swiftSettings: strict),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(name: "WireTests", dependencies: ["JSON", "Wire"]),
        .testTarget(name: "ContractTests", dependencies: ["JSON", "Wire", "Contract", "Generation"]),
        .testTarget(name: "ProvisioningTests", dependencies: ["Provisioning"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "Provisioning", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(name: "ConnectorTests", dependencies: ["Connectors", "Provisioning", "JSON"]),
    ],
    swiftLanguageModes: [.v6]
)
