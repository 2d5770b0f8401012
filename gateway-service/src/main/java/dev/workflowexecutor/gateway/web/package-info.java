/** What every HTTP answer has in common: RFC 9457 problem documents for all that goes wrong. */
@NullMarked
package dev.workflowexecutor.gateway.web;

import org.jspecify.annotations.NullMarked;
