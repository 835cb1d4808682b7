/** Who is asking: sign-in through Keycloak, tokens of people and systems, the posts that a person holds. */
@org.springframework.modulith.ApplicationModule(displayName = "Security")
package vn.phongtrao.security;
