/** In which language a person reads the pages, and the words for what the pages name. */
@org.springframework.modulith.ApplicationModule(displayName = "Language")
package vn.phongtrao.language;
