/** Workload: for heads, who has what to do, what is late, how long steps take, and giving tasks to others. */
@org.springframework.modulith.ApplicationModule(displayName = "Workload")
package vn.phongtrao.workload;
