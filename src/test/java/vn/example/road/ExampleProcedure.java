package vn.example.road;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Adds the example to an application; a package of the application's own needs no such class. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
class ExampleProcedure {
}
