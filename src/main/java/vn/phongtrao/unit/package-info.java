/** Administrative units with their validity dates and their tree, and the positions that people hold in them. */
@org.springframework.modulith.ApplicationModule(displayName = "Unit")
package vn.phongtrao.unit;
