package vn.phongtrao.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.http.HttpTest;

/**
 * The whole application on a port, used with Chromium. Tests have an {@link Officers} as parameter; what a test does
 * not look at, an {@link HttpJourney} prepares.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HttpTest
@ExtendWith(Officers.Extension.class)
@interface BrowserTest {
}
