/**
 * Text as it is kept, compared and written: clean and composed, in one normal form, dates and amounts as papers have
 * them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Text")
package vn.phongtrao.text;
