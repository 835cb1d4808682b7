/** Security teams and those who serve in them, rated once a year by their commune. */
@org.springframework.modulith.ApplicationModule(displayName = "Rating")
package vn.phongtrao.rating;
