import staffetta

with staffetta.Client.start("users.sqlite") as client:
    client.feature.enable("hrisIntegration", accept_subprocessor=True)
    client.integration.connect("demo", {"kind": "none", "fields": {}}, name="Demo")
    client.integration.configure("Demo", {})
    print(client.wait(client.integration.run_test("Demo"), on_progress=print).summary)
    print(client.wait(client.integration.enable("Demo"), on_progress=print).summary)
