package vn.phongtrao.unit;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param province the province that this deployment serves, for example {@code bac-lieu-2024}; has no default */
@Validated
@ConfigurationProperties("phongtrao")
record UnitProperties(@NotBlank(message = "must name the province that this deployment serves") String province) {
}
