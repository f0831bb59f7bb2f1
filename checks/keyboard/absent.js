/* Whether a frame's content is there for nobody: inert, or too small to be seen (its border is not its content). */
(frame) => frame.closest("[inert]") !== null || frame.clientWidth < 3 || frame.clientHeight < 3
