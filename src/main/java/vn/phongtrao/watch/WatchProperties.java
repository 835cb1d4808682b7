package vn.phongtrao.watch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param port      where health and figures are read, and nothing else is; null for nowhere but {@code /actuator/health} beside all else. 0 for any
 * @param address   of this machine that the port is at
 * @param accessLog whether each request is a line of the log
 */
@ConfigurationProperties("phongtrao.watch")
record WatchProperties(Integer port, @DefaultValue("127.0.0.1") String address, @DefaultValue("true") boolean accessLog) {
}
