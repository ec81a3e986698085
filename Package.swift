// swift-tools-version: 6.1
import PackageDescription

/// Warnings are errors in our own targets; dependencies keep their own settings.
let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "staffetta",
    products: [.executable(name: "staffetta", targets: ["staffetta"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "JSON", swiftSettings: strict),
        .target(name: "Wire", dependencies: ["JSON"], swiftSettings: strict),
        .target(name: "Contract", dependencies: ["JSON", "Wire"], swiftSettings: strict),
        .target(name: "Provisioning", swiftSettings: strict),
        .target(name: "Store", dependencies: ["JSON", "Provisioning", grdb, crypto], swiftSettings: strict),
        .target(name: "Connectors", dependencies: ["JSON", "Provisioning"], swiftSettings: strict),
        .target(name: "Agent", dependencies: ["JSON", "Wire", "Contract", "Provisioning", "Store", logging], swiftSettings: strict),
        .executableTarget(
            name: "staffetta",
            dependencies: [
                "JSON", "Wire", "Contract", "Provisioning", "Store", "Connectors", "Agent", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Command", swiftSettings: strict),
        .target(name: "Generation", dependencies: ["JSON"], swiftSettings: strict),
        .executableTarget(name: "generate", dependencies: ["Generation"], swiftSettings: strict),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(name: "WireTests", dependencies: ["JSON", "Wire"]),
        .testTarget(name: "ContractTests", dependencies: ["JSON", "Wire", "Contract", "Generation"]),
        .testTarget(name: "ProvisioningTests", dependencies: ["Provisioning"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "Provisioning", grdb]),
        .testTarget(name: "ConnectorTests", dependencies: ["Connectors", "Provisioning", "JSON"]),
        .testTarget(name: "AgentTests", dependencies: ["Agent", "Connectors", "Contract", "JSON", "Provisioning", "Store", "Wire", logging, grdb]),
        .testTarget(name: "CommandTests", dependencies: ["JSON", "staffetta", grdb]),
        .testTarget(name: "TidyTests"),
    ],
    swiftLanguageModes: [.v6]
)
