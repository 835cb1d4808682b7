/** Emulation campaigns (phong trào thi đua): who launched them, who registered, how they were reviewed. */
@org.springframework.modulith.ApplicationModule(displayName = "Campaigns")
package vn.phongtrao.campaign;
