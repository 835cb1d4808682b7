/** How fast the product is beside bare engines; see docs/performance.md. Compiled with {@code -P bench} only. */
package vn.phongtrao.bench;
