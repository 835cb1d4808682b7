/** The mass organisations of the movement by commune, with how many members they have. */
@org.springframework.modulith.ApplicationModule(displayName = "Mass organisation")
package vn.phongtrao.organisation;
