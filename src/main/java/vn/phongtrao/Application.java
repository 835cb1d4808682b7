package vn.phongtrao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Workflow and awards management for the movement "Toàn dân bảo vệ an ninh Tổ quốc" in one province. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Phong trào Toàn dân bảo vệ an ninh Tổ quốc", sharedModules = "refusal")
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
