package vn.phongtrao;

import java.util.List;

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

    /** @param args a command and what it takes, such as {@code check FOLDER}; else the program starts with them as Spring's */
    public static void main(String[] args) {
        Commands.run(List.of(args)).ifPresent(System::exit);
        TemporaryFolder.take();
        SpringApplication.run(Application.class, args);
    }
}
