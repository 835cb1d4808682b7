package vn.example.road;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;

/**
 * What the start form asks for.
 *
 * @param length     in metres
 * @param households that live along the road
 */
@FieldsOf("self-managed-road-proposal")
record RoadProposal(@NotNull(message = "bắt buộc nhập") String name,
                    @NotNull(message = "bắt buộc nhập") Integer length,
                    @NotNull(message = "bắt buộc nhập") Integer households,
                    @NotNull(message = "bắt buộc nhập") String reason) {
}
