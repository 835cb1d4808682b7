/** Models of the movement: their recognition level by level, the sites that take them over, and their retirement. */
@org.springframework.modulith.ApplicationModule(displayName = "Model")
package vn.phongtrao.model;
