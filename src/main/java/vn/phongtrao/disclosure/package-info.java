/** Disclosure: everything that is kept of a person, for the province's police to answer who asks for it (Luật 91/2025/QH15). */
@org.springframework.modulith.ApplicationModule(displayName = "Disclosure")
package vn.phongtrao.disclosure;
