package vn.phongtrao.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import vn.phongtrao.http.HttpJourney;
import vn.phongtrao.local.WithLocalServices;

/**
 * The whole application on a port, used with Chromium. Tests have an {@link Officers} as parameter; what a test does not
 * look at, an {@link HttpJourney} prepares. All such tests share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithLocalServices
@Import(HttpJourney.With.class)
@ExtendWith(Officers.Extension.class)
@interface BrowserTest {
}
