package vn.phongtrao.watch;

import java.io.File;

import org.springframework.boot.actuate.autoconfigure.system.DiskSpaceHealthIndicatorProperties;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.system.DiskSpaceHealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Whether the temporary folder has room for what is sent and printed. A node without goes on with all else. */
@Component("diskSpaceHealthIndicator")
@EnableConfigurationProperties(DiskSpaceHealthIndicatorProperties.class)
class TemporaryFolderHealth extends DiskSpaceHealthIndicator {

    TemporaryFolderHealth(DiskSpaceHealthIndicatorProperties properties) {
        super(new File(System.getProperty("java.io.tmpdir")), properties.getThreshold());
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        super.doHealthCheck(health);
        if (Status.DOWN.equals(health.build().getStatus())) {
            health.status(Degraded.STATUS);
        }
    }
}
