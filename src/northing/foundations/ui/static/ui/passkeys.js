/* What needs a passkey is shown where there can be one; what goes wrong is said on the page. */
for (const one of document.querySelectorAll("[data-passkey]")) {
  one.hidden = !window.PublicKeyCredential;
}
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const one of document.querySelectorAll("[data-passkey-failed]")) one.hidden = false;
});
if (document.getElementById("passkey_login")) {
  window.allauth.webauthn.forms.loginForm({ ids: { login: "passkey_login", credential: "mfa_credential" } });
}
