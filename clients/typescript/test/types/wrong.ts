import { Staffetta } from "../../src/index.js";

const staffetta = await Staffetta.start();
await staffetta.user.list({ rolle: "administrator" }); // wrong: no such parameter
await staffetta.run.rows({ run: "r1", category: "creatd" }); // wrong: no such category
await staffetta.user.get(); // wrong: parameters are needed
staffetta.on("run/finished", () => {}); // wrong: no such notification
const { items } = await staffetta.user.list();
const age: number = items[0].firstName; // wrong: a text
