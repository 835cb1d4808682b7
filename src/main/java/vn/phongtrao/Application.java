package vn.phongtrao;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

import vn.phongtrao.procedure.CheckCommand;

/** Workflow and awards management for the movement "Toàn dân bảo vệ an ninh Tổ quốc" in one province. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Phong trào Toàn dân bảo vệ an ninh Tổ quốc", sharedModules = "refusal")
public class Application {

    /** @param args {@code check FOLDER} checks files of procedures instead of starting, see {@link CheckCommand} */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(CheckCommand.NAME)) {
            // what libraries tell while they read is nothing to whoever asks
            LoggingSystem.get(Application.class.getClassLoader()).beforeInitialize();
            System.exit(CheckCommand.run(Arrays.asList(args).subList(1, args.length),
                    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)));
        }
        SpringApplication.run(Application.class, args);
    }
}
