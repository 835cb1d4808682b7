/** What all answers under {@code /api} have in common: paging, dates, and their description. */
@org.springframework.modulith.ApplicationModule(displayName = "API")
package vn.phongtrao.api;
