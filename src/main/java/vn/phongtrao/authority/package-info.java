/** The authorities of the province: how they are written on paper, and what they decide by. */
@org.springframework.modulith.ApplicationModule(displayName = "Authority")
package vn.phongtrao.authority;
