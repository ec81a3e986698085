import { getSession } from "./api.js";
import { fill, h } from "./dom.js";
import { connect } from "./live.js";
import { Layout } from "./parts/layout.js";
import { failure } from "./parts/notice.js";
import { start } from "./router.js";
import { welcome } from "./pages/welcome.js";
import { features } from "./pages/features.js";
import { integrations } from "./pages/integrations.js";
import { catalogue } from "./pages/catalogue.js";
import { connectForm, reconnectForm, oauthCallback } from "./pages/connecting.js";
import { configuration } from "./pages/configuration.js";
import { integrationRuns } from "./pages/runs.js";
import { explain } from "./pages/explain.js";
import { results } from "./pages/results.js";
import { compare } from "./pages/compare.js";
import { users } from "./pages/users.js";
import { newUser, user } from "./pages/user.js";
import { massEdit } from "./pages/mass-edit.js";
import { attributes } from "./pages/attributes.js";
import { segments } from "./pages/segments.js";
import { notifications } from "./pages/notifications.js";
import { preferences } from "./pages/preferences.js";
import { account } from "./pages/account.js";
import { audit } from "./pages/audit.js";

const routes = {
  "/": integrations,
  "/settings/features": features,
  "/settings/integrations": integrations,
  "/settings/integrations/new": catalogue,
  "/settings/integrations/new/:connector": connectForm,
  "/settings/integrations/:integration": configuration,
  "/settings/integrations/:integration/reconnect": reconnectForm,
  "/settings/integrations/:integration/runs": integrationRuns,
  "/settings/integrations/:integration/explain": explain,
  "/runs/:run": results,
  "/runs/:run/compare": compare,
  "/users": users,
  "/users/new": newUser,
  "/users/:user": user,
  "/mass-edit": massEdit,
  "/settings/attributes": attributes,
  "/settings/attributes/:attribute": segments,
  "/notifications": notifications,
  "/settings/notifications": preferences,
  "/settings/account": account,
  "/settings/audit": audit,
  "/oauth/callback": oauthCallback,
};

const place = document.querySelector("#app");
try {
  const session = await getSession();
  if (!session.actor) {
    fill(place, welcome());
  } else {
    const layout = new Layout(session);
    fill(place, layout.element);
    connect();
    await start(routes, layout.main, (path) => layout.shown(path));
  }
} catch (error) {
  fill(place, h("main", { class: "narrow" }, h("h1", {}, error.status === 401 ? "This page needs its key" : "Staffetta cannot be reached"), failure(error)));
}
